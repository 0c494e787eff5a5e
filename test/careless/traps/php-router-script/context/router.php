<?php
echo 'routed';
