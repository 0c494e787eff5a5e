<?php

use App\Models\Product;
use Illuminate\Support\Facades\Route;

Route::get('/', fn () => 'Welcome to ' . config('name'));
Route::get('/products/{id}', fn (string $id) => Product::title($id));
Route::get('/styles', fn () => json_decode(file_get_contents(base_path('public/build/manifest.json')), true)['resources/css/app.css']['file']);
