/** The module at an address. By itself, so that tests can put another in its place. */
export const importModule = (address: string): Promise<unknown> => import(address);
