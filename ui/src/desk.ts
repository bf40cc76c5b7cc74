// What only the desk needs, beside `app.js`: the plan editor, the console and the people pages.

import "./quiet";
import "./copy-button";
import "@digdir/designsystemet-web/ds-breadcrumbs";
import "@digdir/designsystemet-web/ds-pagination";
import "@digdir/designsystemet-web/ds-suggestion";
import "@digdir/designsystemet-web/ds-tabs";
import "@digdir/designsystemet-web/clickdelegatefor";
import "@digdir/designsystemet-web/popover";
import "@digdir/designsystemet-web/tooltip";
import { startEditor } from "./editor";
import { startGroups } from "./groups";

startEditor();
startGroups();
