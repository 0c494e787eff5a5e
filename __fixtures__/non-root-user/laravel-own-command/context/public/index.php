<?php

echo "shelf";
