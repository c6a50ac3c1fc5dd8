import { z } from 'zod';

export const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
export const documentIdPattern = /^[A-Za-z0-9_./-]{1,64}$/;

export const idSchema = z.string().regex(idPattern);

/** A BCP 47 tag by its shape; which locales are spoken is the organisation's matter. */
export const localeSchema = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/);
