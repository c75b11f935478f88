/** Whose page it is. */

export const USER = '55555555-eeee-4eee-8eee-000000000001';
