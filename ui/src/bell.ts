// A new round is seen and heard: two soft tones from the projector, a wash of colour, a short buzz on a phone.
// Never sound alone, and no sound before someone has pressed the switch (browsers demand a press, and so do we).

const STORED = "sloyfe/bell";
const FLASH_MS = 2_000;
const BUZZ_MS = 200;

let audio: AudioContext | undefined;

export function startBell(): void {
  document.addEventListener("sl:round", ring);
  document.addEventListener("sl:zero", tone);
  document.addEventListener("sl:morphed", draw);
  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("[data-bell]") : null;
    if (pressed) toggle(pressed.getAttribute("aria-pressed") !== "true");
    // A remembered «on» still needs one press on the page before it may sound.
    else if (isOn()) void open();
  });
  draw();
}

function isOn(): boolean {
  return document.querySelector("[data-bell]") !== null && localStorage.getItem(STORED) === "on";
}

function toggle(on: boolean): void {
  localStorage.setItem(STORED, on ? "on" : "off");
  draw();
  if (on) void open().then(tone);
}

function draw(): void {
  for (const control of document.querySelectorAll("[data-bell]")) {
    const pressed = String(isOn());
    if (control.getAttribute("aria-pressed") !== pressed) control.setAttribute("aria-pressed", pressed);
  }
}

async function open(): Promise<void> {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") await audio.resume();
  } catch {
    audio = undefined;
  }
}

function ring(): void {
  tone();
  navigator.vibrate?.(BUZZ_MS);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const root = document.documentElement;
  root.classList.remove("sl-flash");
  // Reading the layout starts the animation anew when two rounds follow closely.
  void root.offsetWidth;
  root.classList.add("sl-flash");
  setTimeout(() => root.classList.remove("sl-flash"), FLASH_MS);
}

function tone(): void {
  if (!isOn() || audio?.state !== "running") return;
  note(audio, 523.25, 0);
  note(audio, 659.25, 0.35);
}

function note(context: AudioContext, hertz: number, delay: number): void {
  const start = context.currentTime + delay;
  const oscillator = new OscillatorNode(context, { type: "sine", frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.25, start + 0.04);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 1);
}
