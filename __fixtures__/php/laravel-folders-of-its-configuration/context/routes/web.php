<?php

Illuminate\Support\Facades\Route::post("/scans", fn ($request) => $request->file("scan")->store("new", "scans"));
