<?php echo 'sunrise';
