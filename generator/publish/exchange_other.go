//go:build !linux && !darwin

package publish

import "errors"

// exchange is not to be had here: swap takes two renames.
func exchange(a, b string) error { return errors.ErrUnsupported }
