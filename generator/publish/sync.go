package publish

import (
	"os"
	"runtime"
)

// syncFolder makes sure that the names in a folder are on the disk. Windows
// opens no folder for that and needs none.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
