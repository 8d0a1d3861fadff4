// What is typed into a form marked so is taken down by the server while it is typed: a closed window costs a few words at most.
// It isn't kept for others by that; the next time the form is opened it offers the text.
const quiet = 2000, longest = 10000;

document.querySelectorAll<HTMLFormElement>('form[data-autosave]').forEach(form => {
  const said = form.querySelector<HTMLElement>('[data-autosave-said]');
  let waits = 0, since = 0;

  const body = () => {
    const answers = new FormData(form);
    for (const [name, value] of [...answers]) if (value instanceof File) answers.delete(name);
    return answers;
  };
  const say = (text: string | undefined) => {
    if (!said || !text) return;
    said.hidden = false;
    said.textContent = text.replace('{0}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }));
  };
  const send = async () => {
    clearTimeout(waits);
    [waits, since] = [0, 0];
    if (form.dataset.sent) return;
    try {
      const answer = await fetch(form.dataset.autosave!, { method: 'POST', body: body() });
      say(answer.ok ? said?.dataset.good : said?.dataset.bad);
    } catch {
      say(said?.dataset.bad);
    }
  };

  form.addEventListener('input', () => {
    since ||= Date.now();
    clearTimeout(waits);
    waits = window.setTimeout(send, Math.max(0, Math.min(quiet, since + longest - Date.now())));
  });
  // Leaving without having kept it: the last words too.
  addEventListener('pagehide', () => {
    if (waits && !form.dataset.sent) navigator.sendBeacon(form.dataset.autosave!, body());
  });
});
