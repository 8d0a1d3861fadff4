// Runs in <head> before the first paint: public pages are cached for everyone, so the server can't write a person's look into them.
import { apply, remembered } from './look-cookie';

apply(remembered());
document.documentElement.dataset.script = 'on';
