// Copies text. The clipboard needs https; without it the text is selected in a field, ready to be copied by hand.

export async function copyText(text: string, fallback: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    fallback.focus();
    fallback.select();
    return document.execCommand("copy");
  }
}
