// Designsystemet's advice to developers stays out of people's consoles. Must be imported before its parts.
(window as unknown as { dsWarnings: boolean }).dsWarnings = false;
