-- Drives the server from Neovim as a person would: open a report, see the findings, apply a code action, fix all.
-- Environment: OGI_NODE, OGI_SERVER, OGI_REPORT (the file), OGI_RESULT (where the outcome is written, as JSON).
local result = {}

local function finish(problem)
  result.problem = problem
  vim.fn.writefile({ vim.fn.json_encode(result) }, vim.env.OGI_RESULT)
  vim.cmd('qall!')
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, diagnostic.user_data.lsp.code)
  end
  table.sort(found)
  return found
end

local function count(code)
  return #vim.tbl_filter(function(own) return own == code end, codes())
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    finish('waited in vain for ' .. what)
  end
end

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.OGI_REPORT))
local client = vim.lsp.start_client({ name = 'ogi-report', cmd = { vim.env.OGI_NODE, vim.env.OGI_SERVER, '--stdio' } })
vim.lsp.buf_attach_client(0, client)

wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
result.opened = codes()

-- Takes the first action that is offered.
local function act(what, context)
  vim.ui.select = function(items, _, on_choice) on_choice(items[1]) end
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action(context)
  wait('the edit of ' .. what, function() return vim.api.nvim_buf_get_changedtick(0) > before end)
end

-- The caret on the first radical; Neovim counts bytes, the server UTF-16.
local radicals = count('glyph/radical')
vim.fn.search('⽂')
act('a quick fix')
wait('a finding less', function() return count('glyph/radical') < radicals end)
result.fixed = codes()

act('fix all', { only = { 'source.fixAll' } })
wait('no radicals', function() return count('glyph/radical') == 0 end)
result.allFixed = codes()
result.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

vim.lsp.stop_client(client)
finish()
