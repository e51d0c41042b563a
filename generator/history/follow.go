package history

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/cxbook/cxbook/generator/lang"
)

const (
	maxToken = 64 << 10 // longest path, or line about one
	maxFiles = 200_000  // files of the folder that are followed
	// sure is how much of a file must be another's, in per cent, for it to
	// count as its copy: records of one type look alike.
	sure = 90
)

// A follower goes through commits, the newest first, and follows each file of
// the folder back to its beginning, through all its names.
type follower struct {
	prefix string
	day    lang.Date
	all    []*followed
	at     map[string][]*followed // by the name that they had at the commit in hand
	met    map[string]bool        // names that a newer commit is about
}

type followed struct {
	File
	path string // below the folder, as checked out
}

func newFollower(prefix string, day lang.Date) *follower {
	return &follower{prefix: prefix, day: day, at: map[string][]*followed{}, met: map[string]bool{}}
}

// A change is what a commit did to a file.
type change struct {
	status        byte // A, M, T, D, R, C
	score         int  // of R and C
	before, after string
	from, to      string // names; from is that of R and C
}

// follow reads what git log prints. With -z, a commit is NUL, its line, NUL
// where it changes something, and its changes: ":100644 100644 old new M",
// the name and, of what was moved, the new name, each ending in NUL.
func (f *follower) follow(out io.Reader) error {
	r := bufio.NewReaderSize(out, maxToken)
	var commit string
	var day lang.Date
	var changes []change
	for {
		token, err := readToken(r)
		if errors.Is(err, io.EOF) {
			return f.apply(commit, day, changes)
		}
		if err != nil {
			return err
		}
		switch token = strings.TrimLeft(token, "\n"); {
		case token == "":
		case token[0] == ':':
			c, err := readChange(token, r)
			if err != nil {
				return err
			}
			changes = append(changes, c)
		default:
			if err := f.apply(commit, day, changes); err != nil {
				return err
			}
			changes = changes[:0]
			if commit, day, err = readCommit(token); err != nil {
				return err
			}
		}
	}
}

// readToken reads up to the next NUL.
func readToken(r *bufio.Reader) (string, error) {
	data, err := r.ReadSlice(0)
	switch {
	case errors.Is(err, io.EOF) && len(bytes.TrimSpace(data)) > 0:
		return string(data), nil
	case err != nil:
		return "", err
	}
	return string(data[:len(data)-1]), nil
}

func readCommit(token string) (string, lang.Date, error) {
	id, stamp, ok := strings.Cut(strings.TrimSpace(token), " ")
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if !ok || err != nil {
		return "", lang.Date{}, fmt.Errorf("git log prints %q where a commit should be", token)
	}
	return id, lang.DateOf(time.Unix(seconds, 0)), nil
}

func readChange(token string, r *bufio.Reader) (change, error) {
	parts := strings.Fields(token)
	if len(parts) != 5 || parts[4] == "" {
		return change{}, fmt.Errorf("git log prints %q where a change should be", token)
	}
	c := change{status: parts[4][0], before: parts[2], after: parts[3]}
	c.score, _ = strconv.Atoi(parts[4][1:])
	name, err := readName(r)
	if err != nil {
		return c, err
	}
	c.to = name
	if c.status == 'R' || c.status == 'C' {
		c.from = name
		c.to, err = readName(r)
	}
	return c, err
}

func readName(r *bufio.Reader) (string, error) {
	data, err := r.ReadSlice(0)
	if err != nil {
		return "", io.ErrUnexpectedEOF
	}
	return string(data[:len(data)-1]), nil
}

// apply takes every followed file back over one commit. All changes of a
// commit happen at once: two files may have exchanged their names.
func (f *follower) apply(commit string, day lang.Date, changes []change) error {
	happened := !f.day.Before(day)
	moved := map[string][]*followed{}
	for _, c := range changes {
		f.meet(c)
		files := f.at[c.to]
		if len(files) == 0 {
			continue
		}
		begins := c.status == 'A' || c.status == 'C' && c.score < sure
		for _, file := range files {
			file.note(commit, day, happened && c.status != 'D' && (begins || c.before != c.after))
			if begins && happened {
				file.Published = day
			}
		}
		switch {
		case happened && (begins || c.status == 'D'):
			delete(f.at, c.to)
		case !begins && c.from != "":
			delete(f.at, c.to)
			moved[c.from] = append(moved[c.from], files...)
		}
	}
	for name, files := range moved {
		f.at[name] = append(f.at[name], files...)
	}
	if len(f.all) > maxFiles {
		return fmt.Errorf("more than %d files", maxFiles)
	}
	return nil
}

// meet starts to follow a file of the folder that no newer commit is about:
// its name is the one that is checked out.
func (f *follower) meet(c change) {
	path, ours := strings.CutPrefix(c.to, f.prefix)
	if ours && !f.met[c.to] && c.status != 'D' {
		file := &followed{path: path, File: File{Blob: c.after}}
		f.all = append(f.all, file)
		f.at[c.to] = append(f.at[c.to], file)
	}
	if ours {
		f.met[c.to] = true
	}
	if c.status == 'R' && strings.HasPrefix(c.from, f.prefix) {
		f.met[c.from] = true
	}
}

// note keeps the newest commit that changed the file's words.
func (f *followed) note(commit string, day lang.Date, amended bool) {
	if amended && f.Commit == "" {
		f.Commit, f.Amended = commit, day
	}
}

// files returns what was found of every file that is checked out.
func (f *follower) files() map[string]File {
	out := make(map[string]File, len(f.all))
	for _, file := range f.all {
		if file.Amended.Before(file.Published) {
			file.Amended = file.Published // somebody's clock was wrong
		}
		out[file.path] = file.File
	}
	return out
}
