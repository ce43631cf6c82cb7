/** Is this network address the machine itself? The demonstration's conveniences exist there and nowhere else. */
export const isLoopback = (address: string): boolean => /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(address);
