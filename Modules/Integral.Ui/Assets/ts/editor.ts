// What only those who write need: visitors' pages don't load it.
import './blocks';
import './choose';
import './markdown';
import './upload';
import './uploads';
