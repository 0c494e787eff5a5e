<?php
echo implode(" ", range(1, 6)), "\n";
