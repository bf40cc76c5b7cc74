// `<sl-live src="/meetings/ID/live?as=seat" data-seq="12">` follows a meeting.
//
// Read with `fetch`, because EventSource gives up for good on some answers, cannot be watched for silence,
// and cannot tell a lost line from a meeting that has ended.
//
// Invariant `always-comes-back`: until the server says that the meeting is over or not yours,
// there is always either an open stream or a timer that will open one.

import { retryAfterMs, retryDelay } from "./backoff";
import { heardClock } from "./clock";
import { showConnection } from "./connection";
import { whenStill } from "./hold";
import { forgetPage, keepPart } from "./kept";
import { morphPart } from "./morph";
import { SseParser, type Message } from "./sse";

const SILENCE_MAX_MS = 25_000;
const SILENCE_SUSPECT_MS = 12_000;
const STEADY_MS = 5_000;

export class SlLive extends HTMLElement {
  #stream: AbortController | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #lastId = "";
  #heardAt = 0;
  #stopped = false;
  #leaving: AbortController | undefined;

  connectedCallback(): void {
    this.#stopped = false;
    this.#lastId ||= this.dataset["seq"] ?? "";
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    addEventListener("online", () => this.#wake(true), { signal });
    addEventListener("offline", () => this.#stream || showConnection("offline"), { signal });
    addEventListener("pageshow", () => this.#wake(false), { signal });
    addEventListener("pagehide", () => this.#hangUp(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.#wake(false), { signal });
    void this.#connect();
  }

  disconnectedCallback(): void {
    this.#leaving?.abort();
    this.#hangUp();
  }

  /** Opens the stream now, unless it is open and has been heard from lately. */
  #wake(lineIsNew: boolean): void {
    if (this.#stopped) return;
    const silent = Date.now() - this.#heardAt > SILENCE_SUSPECT_MS;
    if (this.#stream && !silent && !lineIsNew) return;
    this.#failures = 0;
    void this.#connect();
  }

  #hangUp(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#watchdog);
    const stream = this.#stream;
    this.#stream = undefined;
    stream?.abort();
  }

  async #connect(): Promise<void> {
    this.#hangUp();
    const stream = new AbortController();
    this.#stream = stream;
    const openedAt = Date.now();
    let askedMs: number | undefined;
    this.#heard(stream);
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (this.#lastId) headers["Last-Event-ID"] = this.#lastId;
      const response = await fetch(this.getAttribute("src") ?? "", {
        headers,
        cache: "no-store",
        credentials: "same-origin",
        signal: stream.signal,
      });
      if (this.#isFinal(response.status)) return;
      askedMs = retryAfterMs(response.headers.get("retry-after"), Date.now());
      askedMs = (await this.#read(response, stream)) ?? askedMs;
    } catch {
      // A lost line is expected. The finally clause tries again.
    } finally {
      if (this.#stream === stream && !this.#stopped) {
        if (Date.now() - openedAt > STEADY_MS) this.#failures = 0;
        this.#later(askedMs);
      }
    }
  }

  #isFinal(status: number): boolean {
    if (status === 204) void this.#stop("over");
    else if (status === 401 || status === 404 || status === 410) void this.#stop("ended");
    return this.#stopped;
  }

  #stop(state: "over" | "ended"): Promise<void> {
    this.#stopped = true;
    this.#hangUp();
    showConnection(state);
    // What this device may see from here on, the server says.
    return forgetPage();
  }

  #later(askedMs: number | undefined): void {
    this.#hangUp();
    this.#failures += 1;
    showConnection(navigator.onLine ? "reconnecting" : "offline");
    const wait = retryDelay(this.#failures, Math.random, askedMs);
    this.#retry = setTimeout(() => void this.#connect(), wait);
  }

  #heard(stream: AbortController): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => stream.abort(), SILENCE_MAX_MS);
  }

  /** Reads until the stream ends. Returns the server's wish for the next wait, if it had one. */
  async #read(response: Response, stream: AbortController): Promise<number | undefined> {
    // A Wi-Fi portal answers 200 with a page of its own. Only an event stream is an answer.
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok || !response.body || !type.startsWith("text/event-stream")) {
      await response.body?.cancel();
      return undefined;
    }
    showConnection("online");
    const parser = new SseParser();
    parser.lastId = this.#lastId;
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.#stopped || this.#stream !== stream) return parser.retryMs;
      this.#heard(stream);
      for (const message of parser.push(decoder.decode(value, { stream: true }))) {
        // A clock that waited would be wrong by as long as it waited.
        if (message.event === "clock") this.#hearClock(message);
        else whenStill(() => this.#take(message));
      }
    }
  }

  #hearClock(message: Message): void {
    try {
      heardClock((JSON.parse(message.data) as { now: number }).now);
    } catch (error) {
      console.error("sl-live: a clock could not be read", error);
    }
  }

  #take(message: Message): void {
    try {
      if (message.event === "part") {
        const part = JSON.parse(message.data) as { id: string; html: string };
        this.dataset["coming"] = message.id;
        keepPart(part.id, part.html);
        const wanted = new CustomEvent("sl:part", { cancelable: true, detail: { ...part, seq: message.id } });
        if (document.dispatchEvent(wanted)) morphPart(part.id, part.html);
      } else if (message.event === "over") {
        void this.#stop("over");
      } else if (message.event === "go") {
        // The page itself knows where it leads now.
        void this.#stop("over").then(() => location.reload());
      }
      // Only what has been shown is acknowledged, so a resume never skips a part.
      this.#lastId = message.id;
      this.dataset["seq"] = message.id;
    } catch (error) {
      console.error("sl-live: a message could not be used", message.event, error);
    }
  }
}
