import 'htmx.org/dist/htmx.js';
import './brand';
import './dialogs';
import './forms';
import './live';
import './looks';
import './menus';
import './print';
