package redline

// How alike two blocks must be to be shown as one that was changed, and how
// many pairs are tried where several stand beside each other.
const (
	alikeBlocks = 0.35
	maxPairs    = 40_000
)

// alignBlocks tells what became of each block of a section.
func alignBlocks(old, now []words) []BlockChange {
	var out []BlockChange
	i, j := 0, 0
	var lost, come []int
	settle := func() {
		out = append(out, pairBlocks(side{old, lost}, side{now, come})...)
		lost, come = nil, nil
	}
	a, b := blockIDs(old, now)
	for _, r := range script(a, b) {
		for range r.n {
			switch r.op {
			case Deleted:
				lost = append(lost, i)
				i++
			case Inserted:
				come = append(come, j)
				j++
			default:
				settle()
				out = append(out, BlockChange{i, j, Same, edits(old[i], now[j])})
				i, j = i+1, j+1
			}
		}
	}
	settle()
	return out
}

// blockIDs gives blocks that say the same one number.
func blockIDs(old, now []words) (a, b []rune) {
	ids := map[string]rune{}
	number := func(all []words) []rune {
		out := make([]rune, len(all))
		for k, w := range all {
			key := string(w.ids)
			if _, ok := ids[key]; !ok {
				ids[key] = firstID + rune(len(ids))
			}
			out[k] = ids[key]
		}
		return out
	}
	return number(old), number(now)
}

// A side is some blocks of one of the two texts.
type side struct {
	all    []words
	places []int
}

func (s side) bags() [][]rune {
	out := make([][]rune, len(s.places))
	for k, at := range s.places {
		out[k] = sorted(s.all[at].ids)
	}
	return out
}

// pairBlocks pairs blocks that were lost with those that came in their place,
// in order, so that the pairs are as alike as can be.
func pairBlocks(old, now side) []BlockChange {
	var out []BlockChange
	i, j := 0, 0
	lose := func() {
		at := old.places[i]
		out = append(out, BlockChange{at, -1, Removed, edits(old.all[at], words{})})
		i++
	}
	gain := func() {
		at := now.places[j]
		out = append(out, BlockChange{-1, at, Added, edits(words{}, now.all[at])})
		j++
	}
	for _, p := range pairing(old.bags(), now.bags()) {
		for i < p[0] {
			lose()
		}
		for j < p[1] {
			gain()
		}
		was, is := old.places[i], now.places[j]
		out = append(out, BlockChange{was, is, Changed, edits(old.all[was], now.all[is])})
		i, j = i+1, j+1
	}
	for i < len(old.places) {
		lose()
	}
	for j < len(now.places) {
		gain()
	}
	return out
}

// pairing returns which bags belong together, in order on both sides, with the
// greatest likeness in sum. Of too many, the first goes with the first.
func pairing(old, now [][]rune) [][2]int {
	var out [][2]int
	if len(old)*len(now) > maxPairs {
		for k := range min(len(old), len(now)) {
			if likeness(old[k], now[k]) >= alikeBlocks {
				out = append(out, [2]int{k, k})
			}
		}
		return out
	}
	alike, best := likenesses(old, now)
	for i, j := 0, 0; i < len(old) && j < len(now); {
		switch {
		case alike[i][j] > 0 && best[i][j] == alike[i][j]+best[i+1][j+1]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return out
}

// likenesses returns how alike each pair is, 0 where they are no pair, and the
// greatest sum of what can still be paired from each place on.
func likenesses(old, now [][]rune) (alike, best [][]float64) {
	alike, best = make([][]float64, len(old)), make([][]float64, len(old)+1)
	best[len(old)] = make([]float64, len(now)+1)
	for i := len(old) - 1; i >= 0; i-- {
		alike[i], best[i] = make([]float64, len(now)), make([]float64, len(now)+1)
		for j := len(now) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if a := likeness(old[i], now[j]); a >= alikeBlocks {
				alike[i][j] = a
				best[i][j] = max(best[i][j], a+best[i+1][j+1])
			}
		}
	}
	return alike, best
}
