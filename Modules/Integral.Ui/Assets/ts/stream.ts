// One event stream a browser: the tab that holds the lock has it, the others hear from that tab. It says only what changed, never what that says.
export type Change = { topic: string; id?: string; version?: number };
export type Word =
  | { kind: 'changed'; change: Change }
  | { kind: 'resync' }                      // something was missed
  | { kind: 'up' } | { kind: 'down' }       // the stream was opened, was lost
  | { kind: 'here' };                       // there is one, to a tab that has just come

type Question = { kind: 'who' };

const longest = 300_000, steady = 10_000;

export function listen(hear: (word: Word) => void): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="live"]');
  // Public pages have no such line, and a plain http address no locks: who shows something asks then and now.
  if (!meta || !navigator.locks || !('BroadcastChannel' in window)) return;
  const address = meta.content, name = `live ${address} ${meta.dataset.who}`;
  let leave = () => { };

  function join(): void {
    const others = new BroadcastChannel(name);
    const left = new AbortController();
    let isOpen = false;
    const say = (word: Word) => { others.postMessage(word); hear(word); };
    others.onmessage = (event: MessageEvent<Word | Question>) => {
      if (event.data.kind !== 'who') hear(event.data);
      else if (isOpen) others.postMessage({ kind: 'here' } satisfies Word);
    };
    others.postMessage({ kind: 'who' } satisfies Question);

    navigator.locks.request(name, { signal: left.signal }, () => new Promise<void>(release => {
      if (left.signal.aborted) { release(); return; }
      let source: EventSource | undefined, timer = 0, failures = 0, openedAt = 0;
      left.signal.addEventListener('abort', () => { source?.close(); clearTimeout(timer); release(); });
      connect();

      function connect(): void {
        let isEnough = false;
        source = new EventSource(address);
        source.onopen = () => { isOpen = true; openedAt = Date.now(); say({ kind: 'up' }); };
        source.addEventListener('changed', event => say({ kind: 'changed', change: JSON.parse(event.data) as Change }));
        source.addEventListener('resync', () => say({ kind: 'resync' }));
        source.addEventListener('enough', () => { isEnough = true; });
        source.onerror = () => {
          source?.close();
          if (isOpen && Date.now() - openedAt > steady) failures = 0;
          if (isOpen) say({ kind: 'down' });
          isOpen = false;
          // Not all at once when the server comes back.
          const wait = isEnough ? longest : Math.min(longest, 1000 * 2 ** failures++);
          timer = setTimeout(connect, wait * (0.5 + Math.random()));
        };
      }
    })).catch(() => { /* left before its turn came */ });

    leave = () => { left.abort(); others.close(); };
  }

  join();
  window.addEventListener('pagehide', () => leave());
  window.addEventListener('pageshow', event => { if (event.persisted) join(); });
}
