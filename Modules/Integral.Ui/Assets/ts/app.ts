import 'htmx.org/dist/htmx.js';
import './dialogs';
import './forms';
import './looks';
import './menus';
import './print';
