// Who orders, and who there reads the reports.

export const uwv = ["uwv", "ria"] as const;
export const gemeente = ["gemeente", "karim"] as const;
export const polis = ["polis", "tessa"] as const;
export const korenaar = ["korenaar", "petra"] as const;
export const lindehof = ["lindehof", "marijke"] as const;
export const drukkerij = ["drukkerij", "wim"] as const;
export const joost = ["kade", "joost"] as const;
export const ilse = ["kade", "ilse"] as const;
