;;; Drives the server from Emacs, with Eglot, as a person would: open a report, see the findings, apply a code action, fix all.
;; Environment: OGI_NODE, OGI_SERVER, OGI_REPORT (the file), OGI_RESULT (where the outcome is written, as JSON).
(require 'eglot)
(require 'flymake)
(require 'json)

(defvar ogi-result nil "The outcome so far: names and values.")

(defun ogi-finish (&optional problem)
  "Write the outcome, with PROBLEM if any, and leave."
  (with-temp-file (getenv "OGI_RESULT")
    (insert (json-encode (if problem (cons (cons 'problem problem) ogi-result) ogi-result))))
  (kill-emacs 0))

(defun ogi-wait (what condition)
  "Let messages through until CONDITION holds; WHAT says what for."
  (let ((until (+ (float-time) 20)))
    (while (and (not (funcall condition)) (< (float-time) until))
      (accept-process-output nil 0.05))
    (unless (funcall condition) (ogi-finish (format "waited in vain for %s" what)))))

(defun ogi-codes ()
  "The rules of the findings, in order."
  (vconcat (sort (mapcar (lambda (found) (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data found)) :code))
                         (flymake-diagnostics))
                 #'string<)))

(defun ogi-count (code)
  "How many findings are of the rule CODE."
  (seq-count (lambda (own) (equal own code)) (ogi-codes)))

(defun ogi-act (what kind)
  "Take the first action of KIND at point; WHAT says which."
  (let ((before (buffer-chars-modified-tick))
        (actions (eglot-code-actions (point) (point) kind)))
    (unless actions (ogi-finish (format "no action for %s" what)))
    (eglot--apply-workspace-edit (plist-get (car actions) :edit))
    (ogi-wait (format "the edit of %s" what) (lambda () (/= before (buffer-chars-modified-tick))))))

(define-derived-mode ogi-report-mode text-mode "OGI")
(add-to-list 'eglot-server-programs (list 'ogi-report-mode (getenv "OGI_NODE") (getenv "OGI_SERVER") "--stdio"))
(setq eglot-sync-connect 20 eglot-send-changes-idle-time 0 flymake-no-changes-timeout 0.1 eglot-confirm-server-initiated-edits nil)

(with-current-buffer (find-file-noselect (getenv "OGI_REPORT"))
  (switch-to-buffer (current-buffer))
  (ogi-report-mode)
  (apply #'eglot--connect (eglot--guess-contact))
  (eglot--maybe-activate-editing-mode)
  (ogi-wait "diagnostics" (lambda () (flymake-diagnostics)))
  (push (cons 'opened (ogi-codes)) ogi-result)

  ;; Point on the first radical; Emacs counts characters, the server UTF-16.
  (let ((radicals (ogi-count "glyph/radical")))
    (goto-char (point-min))
    (search-forward "⽂")
    (backward-char)
    (ogi-act "a quick fix" "quickfix")
    (ogi-wait "a finding less" (lambda () (< (ogi-count "glyph/radical") radicals))))
  (push (cons 'fixed (ogi-codes)) ogi-result)

  (ogi-act "fix all" "source.fixAll.ogiReport")
  (ogi-wait "no radicals" (lambda () (= 0 (ogi-count "glyph/radical"))))
  (push (cons 'allFixed (ogi-codes)) ogi-result)
  (push (cons 'text (buffer-string)) ogi-result)
  (set-buffer-modified-p nil)
  (ogi-finish))
