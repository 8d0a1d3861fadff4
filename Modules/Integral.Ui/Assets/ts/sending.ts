// Sends a file to the media API with its smaller pictures, and says how far it is.
import { prepare } from './pictures';

export type Taken = {
  id: string; path: string; name: string; address: string; mediaType: string; width?: number | null; texts: Record<string, string>; wasThere: boolean; tag: string;
};
export type Way = { to: string; into?: string; keep: boolean; stop?: AbortSignal; onStart?: (size: number) => void; onProgress?: (percent: number) => void };

/** What the server said in words, or nothing where it couldn't be asked. */
export class Refused extends Error { }

function post(address: string, body: Blob, way: Way, onProgress?: (percent: number) => void): Promise<Taken> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Content-Type', body.type || 'application/octet-stream');
    request.upload.onprogress = event => { if (event.lengthComputable) onProgress?.(Math.round(100 * event.loaded / event.total)); };
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status >= 200 && request.status < 300 && answer) done({ ...answer as Taken, tag: request.getResponseHeader('ETag') ?? '' });
      else fail(new Refused(String(answer?.detail ?? '')));
    };
    request.onerror = () => fail(new Refused());
    request.onabort = () => fail(new DOMException('', 'AbortError'));
    way.stop?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

function read(text: string): Record<string, unknown> | null {
  try { return JSON.parse(text) as Record<string, unknown>; } catch { return null; }
}

export async function send(file: File, way: Way): Promise<Taken> {
  const { file: whole, sizes } = await prepare(file, way.keep);
  way.stop?.throwIfAborted();
  way.onStart?.(whole.size);
  const query = new URLSearchParams({ name: file.name, ...way.into === undefined ? {} : { folder: way.into } });
  let taken = await post(`${way.to}?${query}`, whole, way, way.onProgress);
  if (taken.wasThere || !taken.width) return taken;
  // Without the small ones the file is there all the same.
  for (const size of sizes) {
    try { taken = { ...await post(`${way.to}/${taken.id}/sizes`, size, way) }; } catch { break; }
  }
  return taken;
}

/** Keeps what is on a picture in one language beside what is said of it in others. */
export async function describe(to: string, taken: Taken, lang: string, text: string): Promise<Taken> {
  const answer = await fetch(`${to}/${taken.id}`, {
    method: 'PUT', headers: { 'Content-Type': 'application/json', 'If-Match': taken.tag }, body: JSON.stringify({ texts: { ...taken.texts, [lang]: text } }),
  });
  const said = read(await answer.text());
  if (!answer.ok) throw new Refused(String(said?.detail ?? ''));
  return { ...said as unknown as Taken, tag: answer.headers.get('ETag') ?? '' };
}
