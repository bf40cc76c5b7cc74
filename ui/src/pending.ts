// Keystrokes that wait to be saved, by field key. Shared, so that nothing is called saved while one waits.

export const pending = new Map<string, ReturnType<typeof setTimeout>>();
