import { Hono } from 'hono'
import { described } from '../http/described.ts'
import type { Desk } from '../desk.ts'

/** Whether the server and its database answer. */
export const healthRoutes = (desk: Desk) =>
  new Hono().get(
    '/health',
    described({ summary: 'Whether the server and its database answer', tag: 'service', answer: 'They do.' }),
    async (c) => {
      const schools = await desk.schools()
      return c.json({ status: 'ok' as const, setUp: schools.length > 0 }, 200)
    },
  )
