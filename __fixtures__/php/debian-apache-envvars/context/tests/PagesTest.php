<?php

if (Site\Pages::show('/') !== 'Hello world') {
    exit("The home page greets nobody\n");
}
