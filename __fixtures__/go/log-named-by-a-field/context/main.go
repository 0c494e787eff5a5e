package main

import (
	"log"
	"net/http"

	"go.uber.org/zap"
)

func main() {
	config := zap.NewProductionConfig()
	config.OutputPaths = []string{"stdout", "log/shop.log"}
	logger, err := config.Build()
	if err != nil {
		log.Fatal(err)
	}
	logger.Info("started")
	log.Fatal(http.ListenAndServe(":3000", nil))
}
