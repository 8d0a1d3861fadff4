// Links to /look change the look at once; without script they go to the server and come back.
import { apply, remember, remembered } from './look-cookie';

const opposite: Record<string, string> = { dark: 'light', light: 'dark', normal: 'contrast' };

document.addEventListener('click', event => {
  const link = (event.target as Element).closest<HTMLElement>('[data-set-look]');
  const wanted = link?.dataset.setLook;
  if (!link || !wanted || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const words = remembered();
  const other = opposite[wanted];
  if (other) words.delete(other);
  if (wanted !== 'normal') words.add(wanted);
  remember(words);
  apply(words);
  // The link that was pressed has just been replaced by its opposite: the focus goes there.
  link.parentElement?.querySelectorAll<HTMLElement>('[data-set-look]').forEach(twin => { if (twin !== link && twin.offsetParent) twin.focus(); });
});
