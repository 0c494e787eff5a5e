<?php
function queue() { return [1, 2]; }
