package main

import (
	"net/http"

	"github.com/casbin/casbin/v2"
)

func main() {
	gate, err := casbin.NewEnforcer("rules/model.conf", "rules/policy.csv")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/allow", func(w http.ResponseWriter, r *http.Request) {
		gate.AddPolicy(r.FormValue("who"), r.FormValue("door"))
		if err := gate.SavePolicy(); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	http.ListenAndServe(":8080", nil)
}
