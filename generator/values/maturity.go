package values

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
)

func (in Input) assessment(rec *record.Record) (*maturity.Assessment, *score.Reason) {
	a := in.Maturity.Of(rec.ID)
	switch {
	case a == nil:
		return nil, because("diagnoza jeszcze się nie odbyła", "hodnocení ještě neproběhlo", "the assessment has not happened yet")
	case a.Claimed.Count == 0:
		return nil, because("nie oceniono żadnej kompetencji", "nebyla hodnocena žádná kompetence", "no competency was assessed")
	}
	return a, nil
}

func (in Input) maturity() []score.Named {
	of := in.assessment
	sum := func(of func(*maturity.Assessment) maturity.Summary, value func(maturity.Summary) float64) func(*record.Record) (any, *score.Reason) {
		return number(in.assessment, func(a *maturity.Assessment) (float64, *score.Reason) {
			s := of(a)
			if s.Count == 0 {
				return 0, because("nie ma wcześniejszej diagnozy", "není dřívější hodnocení", "there is no earlier assessment")
			}
			return value(s), nil
		})
	}
	claimed := func(a *maturity.Assessment) maturity.Summary { return a.Claimed }
	provable := func(a *maturity.Assessment) maturity.Summary { return a.Provable }
	projected := func(a *maturity.Assessment) maturity.Summary { return a.Projected }
	before := func(a *maturity.Assessment) maturity.Summary {
		if a.Before == nil {
			return maturity.Summary{}
		}
		return a.Before.Claimed
	}
	mean := func(s maturity.Summary) float64 { return s.Mean }
	lowest := func(s maturity.Summary) float64 { return float64(s.Lowest) }
	out := []score.Named{
		{Name: "maturity.mean", Of: sum(claimed, mean), Meaning: diag.Text{
			PL: "średni poziom deklarowany, ważony", CS: "průměrná deklarovaná úroveň, vážená", EN: "the weighted mean of the claimed levels"}},
		{Name: "maturity.lowest", Of: sum(claimed, lowest), Meaning: diag.Text{
			PL: "najniższy poziom deklarowany", CS: "nejnižší deklarovaná úroveň", EN: "the lowest claimed level"}},
		{Name: "maturity.provable_mean", Of: sum(provable, mean), Meaning: diag.Text{
			PL: "średni poziom udokumentowany tego dnia", CS: "průměrná doložená úroveň k danému dni", EN: "the weighted mean of the levels that are provable on the day"}},
		{Name: "maturity.provable_lowest", Of: sum(provable, lowest), Meaning: diag.Text{
			PL: "najniższy poziom udokumentowany tego dnia", CS: "nejnižší doložená úroveň k danému dni", EN: "the lowest level that is provable on the day"}},
		{Name: "maturity.projected_mean", Of: sum(projected, mean), Meaning: diag.Text{
			PL: "średni poziom, gdy otwarte inicjatywy osiągną swój cel", CS: "průměrná úroveň, až otevřené iniciativy dosáhnou cíle", EN: "the mean once open initiatives have got where they want to"}},
		{Name: "maturity.before_mean", Of: sum(before, mean), Meaning: diag.Text{
			PL: "średni poziom w poprzedniej diagnozie", CS: "průměrná úroveň v předchozím hodnocení", EN: "the mean in the assessment before"}},
		{Name: "maturity.before_lowest", Of: sum(before, lowest), Meaning: diag.Text{
			PL: "najniższy poziom w poprzedniej diagnozie", CS: "nejnižší úroveň v předchozím hodnocení", EN: "the lowest level in the assessment before"}},
		{Name: "maturity.latest", Kind: score.Flag, Of: other(of, func(a *maturity.Assessment) bool { return a.Latest }), Meaning: diag.Text{
			PL: "to ostatnia diagnoza tego samego podmiotu według tego samego modelu", CS: "je to poslední hodnocení téhož subjektu podle téhož modelu", EN: "it is the latest assessment of its subject by its model"}},
		{Name: "maturity.whole", Kind: score.Flag, Of: other(of, func(a *maturity.Assessment) bool { return a.Subject == maturity.Organisation }), Meaning: diag.Text{
			PL: "oceniono całą organizację, nie jeden dział", CS: "hodnocena byla celá organizace, ne jedno oddělení", EN: "the whole organisation was assessed, not one department"}},
		{Name: "maturity.gaps", Kind: score.Texts, Of: other(of, keys(func(l maturity.Level) bool { return l.Gap > 0 })), Meaning: diag.Text{
			PL: "kompetencje poniżej celu", CS: "kompetence pod cílem", EN: "competencies below their target"}},
		{Name: "maturity.unplanned", Kind: score.Texts, Of: other(of, keys(maturity.Level.Unplanned)), Meaning: diag.Text{
			PL: "kompetencje poniżej celu, których nie podnosi żadna otwarta inicjatywa ani szkolenie", CS: "kompetence pod cílem, které nezvyšuje žádná otevřená iniciativa ani školení", EN: "competencies below their target that no open initiative or training is meant to raise"}},
		{Name: "maturity.unproven", Kind: score.Texts, Of: other(of, keys(func(l maturity.Level) bool { return l.Unproven > 0 })), Meaning: diag.Text{
			PL: "kompetencje, których poziom deklarowany nie jest udokumentowany", CS: "kompetence, jejichž deklarovaná úroveň není doložená", EN: "competencies whose claimed level is not provable"}},
	}
	for i := range out {
		out[i].Types = []string{"assessment"}
	}
	return out
}

// keys lists the competencies that something holds for.
func keys(is func(maturity.Level) bool) func(*maturity.Assessment) []string {
	return func(a *maturity.Assessment) []string {
		out := []string{}
		for _, l := range a.Levels {
			if is(l) {
				out = append(out, l.Key)
			}
		}
		return out
	}
}
