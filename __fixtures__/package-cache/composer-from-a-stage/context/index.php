<?php

echo 'on the shelf';
