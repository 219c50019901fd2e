import { z } from 'zod';

// Without this zod probes `new Function`, and every page with a strict CSP logs a violation.
z.config({ jitless: true });

export { z };
