import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { calendar } from '../../feeds/ics.ts'
import { origin } from '../../urls/url.ts'
import { type CalendarPlan, calendarEvent, calendarPlans } from '../../views/calendar.ts'

export const getStaticPaths = (async () =>
  calendarPlans(await loadCatalogue()).map((plan) => ({
    params: { name: plan.name },
    props: { plan },
  }))) satisfies GetStaticPaths

/** A calendar file. */
export const GET: APIRoute<{ plan: CalendarPlan }> = async ({ props: { plan }, site }) => {
  const catalogue = await loadCatalogue()
  const events = plan.events.map((event) => calendarEvent(event, catalogue, origin(site)))
  return new Response(calendar(plan.title, await Promise.all(events)), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
