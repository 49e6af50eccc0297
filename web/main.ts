import { welcomeLink } from './welcome-link.ts'
import { applyPreferences, loadPreferences } from './components/preferences.ts'
import { openProduct } from './product.ts'

applyPreferences(loadPreferences())

if (welcomeLink === null) await openProduct()
else (await import('./pages/vs-welcome-page.ts')).welcome(welcomeLink)
