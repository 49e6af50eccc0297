const lines = `
a i x will may mark art bill rich rob sue pat jack nick grant drew chase frank ernest earnest guy gene herb jean joy hope
faith grace charity honour honor patience prudence verity constance mercy felicity harmony melody carol holly ivy lily
daisy rose violet heather hazel olive poppy iris fern ginger basil sage rosemary ruby pearl amber jade crystal opal coral
jasmine star sky skye river brook brooks lake summer autumn winter spring dawn eve april june august true precious
blessing destiny miracle junior prince princess king queen duke earl major royal angel heaven trinity genesis journey
chance miles max ray rusty sandy penny robin drake dean page paige case cook baker hunter mason carter archer bishop pope
church love power powers sharp strong swift bright noble wise weeks hall house lane street marsh moss reed rice park parks
young old white black brown green gray grey gold golden silver day days knight night long short small little best good
goods wood woods hill hills field fields banks waters wells rivers stone storm snow frost rain cloud sparks rush post
pool head heads hands foot legg bell ball book books box cross bush tree trees branch root leaf law laws reading english
french welsh scott ireland england france german price sage cash money worth rand mill mills miller potter porter butler
carpenter fisher farmer gardener shepherd weaver turner driver singer sailor walker rider walls gates bridge ford port
beach shore bay moon sun sunny star stars dusk noon friday monday sunday easter christmas north south east west grove
meadow heath dale vale glen cliff rock ridge forest lodge hook horn lamb wolf fox hart buck bird finch swan wren jay
crane hawk drake peacock partridge bull salmon pike herring fry read speed hardy moody savage fair just justice lawless
loveless makepeace goodman goodchild child children pupil teacher school class pride self still stout pain payne more
moore low lowe high less an so no do me my he we as at by am is it be go up us or on of in if to the and but not you
home place plan care carer support early story honest able bold brave quick sweet tender first last next second third
`

/** Words of everyday English that are names as well, in lower case: only their place in a sentence tells which it is. */
export const commonWords: ReadonlySet<string> = new Set(lines.split(/\s+/).filter((word) => word !== ''))

/** Names that are parts of the year: in May, this summer. */
export const calendarWords: ReadonlySet<string> = new Set(
  'april may june august spring summer autumn winter easter christmas monday friday sunday'.split(' '),
)

/** What follows a person at the start of a sentence and hardly ever another word. */
export const personVerbs: ReadonlySet<string> = new Set(
  `has had was is did does went came goes comes said says told tells likes liked loves loved wants wanted needs needed
  moved moves joined left lives lived feels felt made makes got gets became becomes settled started began finds found
  struggles struggled attended attends missed misses enjoyed enjoys and himself herself who whose`.split(
    /\s+/,
  ),
)
