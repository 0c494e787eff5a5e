package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "notesctl", Short: "Keeps notes"}
	root.AddCommand(&cobra.Command{
		Use:   "list",
		Short: "Lists them",
		Run:   func(cmd *cobra.Command, _ []string) { cmd.Println("none yet") },
	})
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
