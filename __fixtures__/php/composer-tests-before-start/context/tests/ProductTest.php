<?php

if (App\Models\Product::title('7') !== 'Product 7') {
    exit("The product has no title\n");
}
