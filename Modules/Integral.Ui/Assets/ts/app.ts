import 'htmx.org/dist/htmx.js';
import './brand';
import './dialogs';
import './forms';
import './looks';
import './menus';
import './print';
