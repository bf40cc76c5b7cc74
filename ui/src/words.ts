// Every word on screen comes from the page, in the page's language: `data-saved="Lagret {time}"`.
// A word that is missing shows its own name, so that the gap is seen in the first trial.

export function words(host: Element | null, name: string, values: Record<string, string> = {}): string {
  const text = host?.getAttribute(`data-${name}`) ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
