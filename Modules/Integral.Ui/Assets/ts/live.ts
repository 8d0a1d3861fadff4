// What stands in a [data-live] is read anew when the server says that its topic changed, and now and then in case that was lost.
import { listen, type Word } from './stream';

const gap = 500, safety = 15_000, unheard = 30_000;

const read = new Map<string, number>();      // when, by what is shown
const waiting = new Set<string>();
const asking = new Set<string>();
const again = new Set<string>();

let isHeard = false;

const shown = () => [...document.querySelectorAll<HTMLElement>('[data-live]')];
const topicOf = (element: HTMLElement) => element.dataset.live ?? '';

function refresh(topic: string): void {
  if (waiting.has(topic)) return;
  waiting.add(topic);
  setTimeout(() => {
    waiting.delete(topic);
    // The answer on its way may be older than the change, and takes the element's place.
    if (asking.has(topic)) { again.add(topic); return; }
    read.set(topic, Date.now());
    shown().filter(element => topicOf(element) === topic).forEach(element => element.dispatchEvent(new CustomEvent('live')));
  }, Math.max(0, (read.get(topic) ?? 0) + gap - Date.now()));
}

const refreshAll = () => new Set(shown().map(topicOf)).forEach(refresh);

function hear(word: Word): void {
  if (word.kind === 'changed') {
    const { topic, id } = word.change;
    document.dispatchEvent(new CustomEvent('live:changed', { detail: word.change }));
    new Set(shown().map(topicOf)).forEach(one => { if (one === topic || one === `${topic}/${id}`) refresh(one); });
    return;
  }
  const wasHeard = isHeard;
  isHeard = word.kind !== 'down';
  if (!isHeard || word.kind === 'here' && wasHeard) return;
  document.dispatchEvent(new CustomEvent('live:resync'));
  refreshAll();
}

type Sent = { elt: HTMLElement; xhr: XMLHttpRequest };
const sent = new WeakMap<XMLHttpRequest, string>();      // when the answer has come, its element may be gone

document.addEventListener('htmx:beforeSend', event => {
  const { elt, xhr } = (event as CustomEvent<Sent>).detail;
  if (elt.dataset.live === undefined) return;
  sent.set(xhr, topicOf(elt));
  asking.add(topicOf(elt));
});

document.addEventListener('htmx:afterRequest', event => {
  const topic = sent.get((event as CustomEvent<Sent>).detail.xhr);
  if (topic === undefined) return;
  asking.delete(topic);
  if (again.delete(topic)) refresh(topic);
});

// Sent somewhere else, as to a password that must be changed first, it would put a whole page in the element's place.
document.addEventListener('htmx:beforeSwap', event => {
  const { elt, xhr, pathInfo } = (event as CustomEvent<Sent & { pathInfo: { finalRequestPath: string } }>).detail;
  if (elt.dataset.live === undefined || new URL(xhr.responseURL).pathname === new URL(pathInfo.finalRequestPath, location.href).pathname) return;
  event.preventDefault();
});

let isListening = false;

function look(): void {
  const elements = shown();
  if (elements.length === 0) return;
  const start = Date.now();
  for (const element of elements) if (!read.has(topicOf(element))) read.set(topicOf(element), start);
  if (isListening) return;
  isListening = true;
  listen(hear);
  setInterval(() => {
    for (const element of shown()) {
      const every = Number(element.dataset.liveEvery ?? 0) * 1000 || unheard;
      if (Date.now() - (read.get(topicOf(element)) ?? 0) >= (isHeard ? Math.max(every, safety) : every)) refresh(topicOf(element));
    }
  }, 1000);
}

document.addEventListener('DOMContentLoaded', look);
document.addEventListener('htmx:load', look);
