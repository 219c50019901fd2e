/** How often who reads files says that it is there, in milliseconds; and so many times it may fail to: thirty seconds. Turns are counted, not time: a computer may sleep. */
export const signOfLife = 5000;
export const mostSilent = 6;
