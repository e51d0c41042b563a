package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Limits of a tree. Files beyond maxAhead are read when they are opened.
const (
	maxListing = 64 << 20
	maxAhead   = 1 << 20   // one file that is read ahead
	maxHeld    = 256 << 20 // all of these
	maxFile    = 32 << 20  // one file that is read at all
)

var (
	// ErrUnknownRevision is for a name that is no commit's.
	ErrUnknownRevision = errors.New("there is no such revision")
	// ErrNoFolder is for a revision that does not have the folder.
	ErrNoFolder = errors.New("the revision does not have this folder")
)

// Tree returns the folder as it was at a revision: a commit's id, a branch, a
// tag. What is no regular file is listed as what it is and cannot be opened.
// Where there is no history to ask, the error says why.
func (r Repository) Tree(ctx context.Context, revision string) (fs.FS, error) {
	if revision == "" || strings.HasPrefix(revision, "-") || strings.ContainsAny(revision, "\x00\n") {
		return nil, fmt.Errorf("%w: %q", ErrUnknownRevision, revision)
	}
	out, err := r.output(ctx, maxAnswer, "rev-parse", "--is-inside-work-tree", "--show-prefix")
	if err != nil {
		return nil, err
	}
	inside, prefix, _ := strings.Cut(string(out), "\n")
	if inside != "true" {
		return nil, failure{Outside, ""}
	}
	commit, err := r.output(ctx, maxAnswer, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, errors.Join(ctx.Err(), fmt.Errorf("%w: %q", ErrUnknownRevision, revision))
	}
	if bytes.HasPrefix(commit, []byte("^")) { // a commit that is left out is none to look at
		return nil, fmt.Errorf("%w: %q", ErrUnknownRevision, revision)
	}
	root := strings.TrimSpace(string(commit)) + ":" + strings.TrimSuffix(strings.TrimSuffix(prefix, "\n"), "/")
	listing, err := r.output(ctx, maxListing, "ls-tree", "-r", "-z", "-l", "--full-tree", root)
	var f failure
	if errors.As(err, &f) && strings.Contains(f.detail, "Not a valid object name") {
		return nil, fmt.Errorf("%w: %q", ErrNoFolder, revision)
	}
	if err != nil {
		return nil, err
	}
	t := &tree{read: func(id string) ([]byte, error) { return r.output(ctx, maxFile, "cat-file", "blob", id) }}
	t.entries = map[string]*entry{".": {name: ".", mode: fs.ModeDir | 0o555}}
	if err := t.list(string(listing)); err != nil {
		return nil, err
	}
	return t, r.fill(ctx, t)
}

// fill reads the small files of a tree, all in one call.
func (r Repository) fill(ctx context.Context, t *tree) error {
	var ids strings.Builder
	var wanted []*entry
	held := int64(0)
	for _, name := range slices.Sorted(maps.Keys(t.entries)) {
		e := t.entries[name]
		if e.mode.IsRegular() && e.size <= maxAhead && held+e.size <= maxHeld {
			held += e.size
			wanted = append(wanted, e)
			ids.WriteString(e.id + "\n")
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	return r.run(ctx, strings.NewReader(ids.String()), func(out io.Reader) error {
		b := bufio.NewReader(out)
		for _, e := range wanted {
			head, err := b.ReadString('\n')
			if err != nil {
				return io.ErrUnexpectedEOF
			}
			if head != fmt.Sprintf("%s blob %d\n", e.id, e.size) {
				return failure{Failed, fmt.Sprintf("%s: git says %q of it", e.name, strings.TrimSpace(head))}
			}
			e.data = make([]byte, e.size+1) // and a line end
			if _, err := io.ReadFull(b, e.data); err != nil {
				return io.ErrUnexpectedEOF
			}
			e.data = e.data[:e.size]
		}
		return nil
	}, "cat-file", "--batch")
}
