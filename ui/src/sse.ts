// The text of a server-sent event stream, in pieces of any size, to messages.
// A comment (the heartbeat) gives no message, but the caller has seen the bytes and knows that the line is alive.

export interface Message {
  id: string;
  event: string;
  data: string;
}

export class SseParser {
  /** The last `id:` seen. An event without an id keeps it. */
  lastId = "";
  /** The server's wish for the wait before the next attempt. */
  retryMs: number | undefined;

  #rest = "";
  #event = "";
  #data: string[] = [];

  push(chunk: string): Message[] {
    // A lone CR at the end may be the first half of CR LF, so it waits for the next piece.
    let text = this.#rest + chunk;
    const held = text.endsWith("\r");
    if (held) text = text.slice(0, -1);
    const lines = text.split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? "") + (held ? "\r" : "");

    const messages: Message[] = [];
    for (const line of lines) {
      if (line === "") this.#finish(messages);
      else this.#field(line);
    }
    return messages;
  }

  #field(line: string): void {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") this.#data.push(value);
    else if (name === "event") this.#event = value;
    else if (name === "id" && !value.includes("\0")) this.lastId = value;
    else if (name === "retry" && /^\d+$/.test(value)) this.retryMs = Number(value);
  }

  #finish(messages: Message[]): void {
    if (this.#data.length > 0) {
      messages.push({ id: this.lastId, event: this.#event || "message", data: this.#data.join("\n") });
    }
    this.#event = "";
    this.#data = [];
  }
}
