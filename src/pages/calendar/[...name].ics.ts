import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { calendar } from '../../feeds/ics.ts'
import { pathOf } from '../../incremental/pages.ts'
import { origin } from '../../urls/url.ts'
import { calendarEvent, calendarPlans } from '../../views/calendar.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return calendarPlans(catalogue).map((plan) =>
    pathOf({ name: plan.name }, async () => ({
      title: plan.title,
      events: await Promise.all(
        plan.events.map((event) => calendarEvent(event, catalogue, origin(new URL(import.meta.env.SITE)))),
      ),
    })),
  )
}) satisfies GetStaticPaths

/** A calendar file. */
export const GET: APIRoute = async ({ props: { view } }) => {
  const { title, events } = await view()
  return new Response(calendar(title, events), { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
}
