package history

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"github.com/cxbook/cxbook/generator/lang"
)

// maxAnswer is the size of a short answer of git's.
const maxAnswer = 64 << 10

// Read asks git for the history of the folder by a day, whose end is that of
// the day in UTC: what was committed later has not happened. The error is for
// a context that ended; whatever else goes wrong is a Reason.
func (r Repository) Read(ctx context.Context, day lang.Date) (*History, error) {
	h, err := r.read(ctx, day)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var f failure
	switch {
	case errors.As(err, &f):
		return &History{Missing: f.reason, Detail: f.detail}, nil
	case err != nil:
		return &History{Missing: Failed, Detail: err.Error()}, nil
	}
	return h, nil
}

func (r Repository) read(ctx context.Context, day lang.Date) (*History, error) {
	at, err := r.place(ctx)
	if err != nil {
		return nil, err
	}
	f := newFollower(at.prefix, day)
	// Raw lines name the bytes before and after, so that one call says what
	// was moved only, and what was committed last. Copies count, too: whoever
	// keeps an old version copies the file and amends the first.
	err = r.run(ctx, nil, f.follow, "log", "--first-parent", "-m", "--root", "--raw", "--no-abbrev", "-z", "-C", "-l1000",
		"--no-relative", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-decorate", "--no-show-signature", "--encoding=UTF-8",
		"-O/dev/null", "--format=%x00%H %ct", "--end-of-options", at.head, "--")
	if err != nil {
		return nil, err
	}
	return &History{Head: at.head, Files: f.files()}, nil
}

// Head returns the commit that is checked out, "" where there is none. It
// costs a few milliseconds.
func (r Repository) Head(ctx context.Context) string {
	at, err := r.place(ctx)
	if err != nil {
		return ""
	}
	return at.head
}

// A place is where the folder is in its repository.
type place struct {
	head   string
	prefix string // of the folder in the repository: "docs/content/", "" at its root
}

// place finds the folder's repository, or why there is none to ask.
func (r Repository) place(ctx context.Context) (place, error) {
	if r.Dir == "" || !filepath.IsAbs(r.Dir) {
		return place{}, failure{Failed, "the content folder has no absolute path"}
	}
	out, err := r.output(ctx, maxAnswer, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
	if err != nil {
		return place{}, err
	}
	// A folder may have a line break in its name; the other lines have none.
	inside, rest, _ := strings.Cut(string(out), "\n")
	shallow, prefix, _ := strings.Cut(rest, "\n")
	switch {
	case inside != "true":
		return place{}, failure{Outside, ""}
	case shallow == "true":
		return place{}, failure{Shallow, ""}
	}
	head, err := r.output(ctx, maxAnswer, "rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}")
	if err != nil {
		return place{}, failure{NoCommits, ""}
	}
	return place{strings.TrimSpace(string(head)), strings.TrimSuffix(prefix, "\n")}, nil
}
