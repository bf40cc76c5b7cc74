// Everything that every page needs. Each part looks for its own markup and does nothing without it.

import "./quiet";
import "@digdir/designsystemet-web/ds-field";
import "@digdir/designsystemet-web/invokers";
import "@digdir/designsystemet-web/dialog";
import "@digdir/designsystemet-web/details";
import "@digdir/designsystemet-web/focusgroup";
import "@digdir/designsystemet-web/ds-error-summary";
import { announce } from "./announce";
import { startAwake } from "./awake";
import { startBell } from "./bell";
import { SlClock } from "./clock";
import { render } from "./connection";
import { startDevice } from "./device";
import { startDrafts } from "./draft";
import { startHold } from "./hold";
import { startKeys } from "./keys";
import { SlLive } from "./live";
import { startOffline } from "./offline";
import { SlOutbox } from "./outbox";
import { startScheme } from "./scheme";

customElements.define("sl-outbox", SlOutbox);
startDrafts();
startDevice();
customElements.define("sl-clock", SlClock);
document.addEventListener("sl:morphed", render);
// One voice for both bundles, or they would talk over each other.
document.addEventListener("sl:say", (event) => announce((event as CustomEvent<string>).detail));
startScheme();
startBell();
startAwake();
startKeys();
startHold();
customElements.define("sl-live", SlLive);
startOffline();
