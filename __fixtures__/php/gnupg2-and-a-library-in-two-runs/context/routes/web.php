<?php

use App\Models\Product;
use Illuminate\Support\Facades\Route;

Route::get('/', fn () => 'Welcome to ' . config('name'));
Route::get('/products/{id}', fn (string $id) => Product::title($id));
