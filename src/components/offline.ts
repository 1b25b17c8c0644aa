/**
 * Lets the browser keep the home page, the finder and what is read here, once everything else has loaded; not for
 * visitors who save data. Where that is switched off, the worker of earlier visits takes itself away.
 */
const { worker } = document.documentElement.dataset
const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } }
const sparing = connection?.saveData || /2g/.test(connection?.effectiveType ?? '')

if (worker && 'serviceWorker' in navigator && !sparing)
  addEventListener('load', () => navigator.serviceWorker.register(worker).catch(() => undefined))

export {}
