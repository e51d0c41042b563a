package history

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
)

// Whatever git prints, following it ends: in files with days that follow each
// other, or in an error.
func FuzzFollow(f *testing.F) {
	f.Add("\x00abc 1700000000\x00:000000 100644 0 1 A\x00content/a.md\x00")
	f.Add("\x00abc 1700000000\x00:100644 100644 1 2 R080\x00content/a.md\x00content/b.md\x00\x00def 1600000000\x00:000000 100644 0 1 A\x00content/a.md\x00")
	f.Add("\x00abc 1700000000\x00:100644 100644 1 2 C095\x00content/a.md\x00content/a.v1.md\x00:100644 100644 1 3 M\x00content/a.md\x00")
	f.Add("\x00abc 99999999999999\x00:100644 000000 1 0 D\x00content/a.md\x00")
	f.Add(":100644 100644 1 2 R100\x00")
	f.Fuzz(func(t *testing.T, printed string) {
		day := lang.Date{Year: 2030, Month: 1, Day: 1}
		follower := newFollower("content/", day)
		if err := follower.follow(strings.NewReader(printed)); err != nil {
			return
		}
		for path, file := range follower.files() {
			if file.Amended.Before(file.Published) || day.Before(file.Published) {
				t.Errorf("%q: published %s, amended %s", path, file.Published, file.Amended)
			}
		}
	})
}
